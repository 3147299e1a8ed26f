namespace NetDsl;

/// <summary>The pictures of an IDX file as samples of one channel.</summary>
/// <param name="Samples">All pictures, one after the other, row by row.</param>
/// <param name="Count">Number of pictures.</param>
/// <param name="Height">Rows of each, padding included.</param>
/// <param name="Width">Columns of each, padding included.</param>
public sealed record IdxImages(float[] Samples, int Count, int Height, int Width);
