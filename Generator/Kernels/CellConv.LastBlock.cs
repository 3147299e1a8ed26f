using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// A last block of filters that is narrower than the others, where filters do not fill it.
internal sealed partial record CellConv
{
    private const string LastBlock = "LastBlock", LastOf512 = "LastBlockOf512";

    /// <summary>Lanes of a narrower last block; 0 where all blocks are equal, because filters fill them or the last one steps back.</summary>
    internal int LastWidth(Level level)
    {
        int width = Width(level), rest = Geometry.GroupFilters % width;
        if (Unroll == Unroll.Full || Geometry.Groups > 1 || Geometry.GroupFilters < width || rest == 0)
        {
            return 0;
        }

        int last = level == Level.V512 && rest <= Level.V256.Lanes ? Level.V256.Lanes : Text.Tiles(rest, level.Lanes) * level.Lanes;
        return last < width ? last : 0;
    }

    private string LastParameters => $"float* x, float* packed, float* bias{(Residual is null ? "" : ", float* residual")}, float* y, int ";

    // Half a vector of 512 bits is a whole one of 256, of which a core does as many multiply-adds in a cycle.
    private bool LastIsHalf(Level level) => LastWidth(level) is > 0 and int last && last < level.Lanes;

    private string LastCall(Level level)
    {
        int last = LastWidth(level), first = Geometry.Filters - last;
        string method = LastIsHalf(level) ? $"{Name}_V256.{LastOf512}" : LastBlock;
        string bias = Bias ? $"bias + {first}" : "bias", residual = Residual is null ? "" : $"residual + {first}, ";
        return $"{method}(x, packed + {Text.Literal((long)(Blocks(level) - 1) * BlockFloats(level))}, {bias}, {residual}y + {first}, {PartName(level)});";
    }

    private void WriteLastBlock(SourceWriter writer, Level level)
    {
        if (LastWidth(level) > 0 && !LastIsHalf(level))
        {
            WriteLastBlock(writer, level, this, $"private static void {LastBlock}", LastWidth(level) / level.Lanes);
        }

        if (level == Level.V256 && LastIsHalf(Level.V512))
        {
            WriteLastBlock(writer, level, this with { TiledAs = Level.V512 }, $"internal static void {LastOf512}", 1);
        }
    }

    private static void WriteLastBlock(SourceWriter writer, Level level, CellConv conv, string method, int vectors)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"{method}({conv.LastParameters}{conv.PartName(level)})", () =>
        {
            conv.WriteRoom(writer, level, vectors);
            conv.WritePart(writer, level, vectors, conv.PartName(level), "", "");
        });
    }
}
