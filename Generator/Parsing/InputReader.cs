using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Parsing;

/// <summary>The shape that an <c>Input</c> attribute declares.</summary>
internal static class InputReader
{
    /// <summary>The declared shape; the default where it is faulty.</summary>
    public static Shape Read(LayerModel input, ICollection<Problem> problems)
    {
        if (!input.IsFinished)
        {
            return default;
        }

        var found = new ProblemLog();
        var arguments = new LayerArguments(LayerSite.OfNetwork(input, input.Kind), inputKnown: true, found);
        Shape shape = arguments.Has("features") ? Shape.Features(arguments.Positive("features"))
            : arguments.Has("length") ? Shape.Sequence(arguments.Positive("length"), arguments.Positive("channels"))
            : arguments.Has("depth") ? Shape.Volume(
                arguments.Positive("depth"), arguments.Positive("height"), arguments.Positive("width"), arguments.Positive("channels"))
            : Shape.Image(arguments.Positive("height"), arguments.Positive("width"), arguments.Positive("channels"));
        if (!arguments.Faulty && !SizeCheck.Fits(shape))
        {
            arguments.Report(RuleIds.TooManyElements, null, $"Input: {SizeCheck.TooMany($"a sample of {shape}")}");
        }

        foreach (Problem problem in found)
        {
            problems.Add(problem);
        }

        return arguments.Faulty ? default : shape;
    }
}
