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
        writer.Line($"Share share = worker.Share({(blocks == 1 ? "groups" : $"groups * {blocks}")});");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            string group = blocks == 1 ? "item" : "group", convGroup = "";
            if (blocks > 1)
            {
                writer.Line($"int group = item / {blocks}, block = item % {blocks};");
            }

            string start = Text.TileStart(convGroups == 1 ? "block" : perGroup == 1 ? "0" : $"(block % {perGroup})", channels, tile);
            if (convGroups > 1)
            {
                convGroup = "convGroup";
                writer.Line($"int convGroup = {(perGroup == 1 ? "block" : $"block / {perGroup}")};");
                start = $"convGroup * {channels}{(start == "0" ? "" : $" + {start}")}";
            }

            writer.Line($"int {first} = {start};");
            body(group, convGroup);
        });
    }
}
