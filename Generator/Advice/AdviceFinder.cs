using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>What is doubtful about a network that is right, and what is to be known of its layers.</summary>
internal static class AdviceFinder
{
    /// <summary>Nothing beside an error: it is to be seen alone.</summary>
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        var log = new ProblemLog();
        if (network.Network.IsSound)
        {
            foreach (Problem problem in WindowAdvice.Find(network)
                .Concat(TransposedAdvice.Find(network))
                .Concat(SoftmaxAdvice.Find(network))
                .Concat(LinearAdvice.Find(network))
                .Concat(NormalizationAdvice.Find(network))
                .Concat(DropoutAdvice.Find(network))
                .Concat(DenseAdvice.Find(network))
                .Concat(ReadingAdvice.Find(network))
                .Concat(LayerFactsAdvice.Find(network)))
            {
                log.Add(problem);
            }
        }

        return log;
    }
}
