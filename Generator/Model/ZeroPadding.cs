namespace NetDsl.Generator.Model;

/// <summary>Zeros around a value; how many stand behind it follows from the shapes.</summary>
internal sealed record ZeroPadding(Shape Input, Shape Output, int Front, int Top, int Left) : Operation(Input, Output)
{
    public override string Description
    {
        get
        {
            int[] pads =
            [
                Front, Output.Depth - Input.Depth - Front, Top, Output.Height - Input.Height - Top, Left, Output.Width - Input.Width - Left,
            ];
            return $"by {string.Join(" ", pads.Skip(6 - (2 * Input.Rank)))}";
        }
    }
}
