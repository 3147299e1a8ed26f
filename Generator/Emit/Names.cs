using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>Names of the file-local types behind a network; enclosing types are part of them.</summary>
internal static class Names
{
    public static string Implementation(NetworkModel model) => (model.Namespace.Length == 0
        ? model.FullName
        : model.FullName.Substring(model.Namespace.Replace("@", "").Length + 1)).Replace('.', '_').Replace('-', '_') + "Implementation";

    public static string Inference(NetworkModel model) => Qualified(model) + ".Inference";

    public static string Pass(NetworkModel model) => Qualified(model) + ".Pass";

    private static string Qualified(NetworkModel model) => $"global::{KernelSource.Namespace}.{Implementation(model)}";
}
