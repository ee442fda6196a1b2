throw new Error('no lid');
