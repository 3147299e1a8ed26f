namespace NetDsl;

/// <summary>Some samples of a batch, for one thread to make.</summary>
/// <param name="Epoch">The epoch that sees them.</param>
/// <param name="Batch">Which batch since the epoch began.</param>
/// <param name="Position">Where in the batch the first one stands.</param>
/// <param name="Indices">Which samples.</param>
internal readonly record struct LoadingPiece(int Epoch, int Batch, int Position, ReadOnlyMemory<int> Indices);
