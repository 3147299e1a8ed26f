using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// The outer loop of kernels over training memory: an item of work is a group of 16 samples and a block of channels, and a
/// thread takes its share of the items.
/// </summary>
internal static class LaneBlocks
{
    /// <param name="writer">Where to.</param>
    /// <param name="convGroups">Groups of the convolution; a block never crosses them.</param>
    /// <param name="channels">Channels of one such group.</param>
    /// <param name="tile">Channels of a block.</param>
    /// <param name="first">Name of the variable with the block's first channel.</param>
    /// <param name="body">Writes the rest, given the expressions for the group of samples and of the convolution.</param>
    public static void Write(SourceWriter writer, int convGroups, int channels, int tile, string first, Action<string, string> body)
    {
        int perGroup = Text.Tiles(channels, tile), blocks = perGroup * convGroups;
        if (blocks == 1)
        {
            writer.Line("Share share = worker.Share(groups);");
            writer.Block("for (int group = share.From; group < share.To; group++)", () =>
            {
                writer.Line($"const int {first} = 0; // one block holds all");
                body("group", "");
            });
            return;
        }

        writer.Line($"Share share = worker.Share(groups * {blocks});");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            if (convGroups == 1 && tile == 1)
            {
                writer.Line($"int group = item / {blocks}, {first} = item % {blocks};");
                body("group", "");
                return;
            }

            writer.Line($"int group = item / {blocks}, block = item % {blocks};");
            writer.Lines(Start(convGroups, channels, tile, first));
            body("group", convGroups == 1 ? "" : "convGroup");
        });
    }

    /// <summary>Declares the first channel of a block whose number is the variable <c>block</c>.</summary>
    public static IEnumerable<string> Start(int convGroups, int channels, int tile, string first)
    {
        int perGroup = Text.Tiles(channels, tile);
        if (convGroups == 1)
        {
            yield return $"int {first} = {Text.TileStart("block", channels, tile)};";
            yield break;
        }

        yield return $"int convGroup = {(perGroup == 1 ? "block" : $"block / {perGroup}")};";
        string inGroup = Text.TileStart(perGroup == 1 ? "0" : $"(block % {perGroup})", channels, tile);
        yield return $"int {first} = convGroup * {channels}{(inGroup == "0" ? "" : $" + {inGroup}")};";
    }
}
