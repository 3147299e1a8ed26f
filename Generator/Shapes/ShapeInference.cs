using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Writes out a network's blocks and resolves every layer on what it reads.</summary>
internal static class ShapeInference
{
    public static ShapedNetwork Infer(NetworkModel model)
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

        return new ShapedNetwork(
            model, wiring.Layers.ToEquatableArray(), wiring.Main, wiring.Heads.ToEquatableArray(), wiring.Loss, problems.ToEquatableArray())
        {
            Blocks = wiring.Blocks.ToEquatableArray(),
        };
    }
}
