using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Writes out a network's blocks and resolves every layer on what it reads.</summary>
internal static class ShapeInference
{
    private static readonly Memo<NetworkModel, InspectedNetwork> Recent = new(Run);

    public static ShapedNetwork Infer(NetworkModel model) => Inspect(model).Network;

    /// <summary>The same with the places of the layers, for rules that are about them.</summary>
    public static InspectedNetwork Inspect(NetworkModel model) => Recent.Of(model);

    private static InspectedNetwork Run(NetworkModel model)
    {
        var problems = new ProblemLog();
        foreach (Problem problem in model.Problems)
        {
            problems.Add(problem);
        }

        BlockCheck.Find(model, problems);
        Expansion expansion = Expansion.Of(model, problems);
        var wiring = new Wiring(model.Input, expansion, problems);
        if (!expansion.IsOverfull)
        {
            foreach (GraphStep step in expansion.Steps)
            {
                wiring.Take(step);
            }

            wiring.Finish();
        }

        foreach (Problem problem in SequenceCheck.Find(model.Layers))
        {
            problems.Add(problem);
        }

        var network = new ShapedNetwork(
            model, wiring.Layers.ToEquatableArray(), wiring.Main, wiring.Heads.ToEquatableArray(), wiring.Loss, problems.ToEquatableArray())
        {
            Blocks = wiring.Blocks.ToEquatableArray(),
        };
        return new InspectedNetwork(network, wiring.Sites);
    }
}
