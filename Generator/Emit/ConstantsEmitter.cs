using NetDsl.Generator.Kernels;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>Prints offsets as named constants, one a line, with what stands there.</summary>
internal static class ConstantsEmitter
{
    public static void Write(SourceWriter writer, string heading, IEnumerable<Constant> constants)
    {
        Constant[] all = [.. constants];
        if (all.Length == 0)
        {
            return;
        }

        int names = all.Max(constant => constant.Name.Length), values = all.Max(constant => Text.Literal(constant.Value).Length) + 1;
        writer.Line("// " + heading);
        writer.Lines(all.Select(constant =>
            $"public const int {constant.Name.PadRight(names)} = {(Text.Literal(constant.Value) + ";").PadRight(values)} // {constant.Comment}".TrimEnd()));
        writer.Line();
    }
}
