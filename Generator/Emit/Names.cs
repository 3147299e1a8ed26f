using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>Names of the file-local types beside a network; enclosing types are part of them.</summary>
internal static class Names
{
    public static string Inference(NetworkModel model) => Stem(model) + "Inference";

    public static string Pass(NetworkModel model) => Stem(model) + "Pass";

    private static string Stem(NetworkModel model) => (model.Namespace.Length == 0 ? model.FullName : model.FullName.Substring(model.Namespace.Replace("@", "").Length + 1)).Replace('.', '_');
}
