using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Resolves every layer of a network on the output of the one before.</summary>
internal static class ShapeInference
{
    private static readonly Dictionary<string, object> NoScope = [];

    public static ShapedNetwork Infer(NetworkModel model)
    {
        var problems = new List<Problem>();
        var layers = new List<ShapedLayer>();
        Loss? loss = null;
        Shape current = model.Input;
        bool known = current.Channels > 0, complete = known;
        foreach (LayerModel layer in model.Layers)
        {
            Operation? operation = Resolve(layer, current, known, problems);
            complete &= operation is not null && known;
            if (operation is Loss end)
            {
                loss = complete ? end : null;
            }
            else if (complete)
            {
                layers.Add(new ShapedLayer(layer.Name, layer.Kind, layer.Attribute, operation!, new[] { layers.Count - 1 }.ToEquatableArray()));
            }

            // The units of a dense layer are its output whatever it reads, so that faults behind it can be told from cascades.
            known = operation is not null && (known || operation is FullyConnected);
            current = operation?.Output ?? current;
        }

        problems.InsertRange(0, model.Problems);
        problems.AddRange(SequenceCheck.Find(model.Layers));
        problems.AddRange(SourceCheck.Find(model.Layers));
        return new ShapedNetwork(model, layers.ToEquatableArray(), layers.Count - 1, EquatableArray<Head>.Empty, loss, problems.ToEquatableArray());
    }

    private static Operation? Resolve(LayerModel layer, Shape input, bool known, List<Problem> problems)
    {
        if (!layer.IsFinished || LayerRegistry.Find(layer.Kind) is not { } kind)
        {
            return null;
        }

        var arguments = new LayerArguments(layer, known, NoScope, problems);
        Operation? operation = kind.Resolve(arguments, input);
        return operation is not null && SizeCheck.Holds(arguments, operation) ? operation : null;
    }
}
