using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Whether every layer can stand where it stands: the loss last, and each layer on the one before.</summary>
internal static class SequenceCheck
{
    public static IEnumerable<Problem> Find(EquatableArray<LayerModel> layers)
    {
        LayerModel? loss = null;
        bool reported = false;
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            bool isLoss = !layer.IsBlock && LayerRegistry.Find(layer.Kind) is LossLayer;
            if (isLoss && index == 0)
            {
                yield return new Problem(
                    RuleIds.Misplaced, layer.Attribute, null,
                    $"{layer.Kind} has no layer before it; put the layers of the network before the loss");
            }
            else if (loss is not null && !reported && layer.Kind.Length > 0)
            {
                reported = true;
                string fault = isLoss ? "is a second loss" : "stands after the loss";
                yield return new Problem(
                    RuleIds.Misplaced, layer.Attribute, null, $"{layer.Kind} {fault}; {loss.Kind} is the loss, one only and the last layer");
            }

            loss = isLoss ? loss ?? layer : loss;
        }
    }
}
