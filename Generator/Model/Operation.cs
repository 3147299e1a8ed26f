namespace NetDsl.Generator.Model;

/// <summary>What a layer computes once its input shape is known: numbers only, nothing left to infer.</summary>
internal abstract record Operation(Shape Input, Shape Output)
{
    /// <summary>The tensors that the layer learns.</summary>
    public virtual EquatableArray<ParameterModel> Parameters => EquatableArray<ParameterModel>.Empty;

    /// <summary>Number of values that training changes by gradients.</summary>
    public long TrainableCount => Parameters.Where(parameter => parameter.Trainable).Sum(parameter => parameter.Count);

    /// <summary>Multiplications in convolutions and dense layers, for one sample.</summary>
    public virtual long Multiplies => 0;

    /// <summary>The operations that compute this one, one after the other; itself where it is a single one.</summary>
    public virtual EquatableArray<Operation> Stages => new[] { this }.ToEquatableArray();

    /// <summary>How the receptive field grows: the window of this layer, or null where it looks at single cells.</summary>
    public virtual (Axis Height, Axis Width)? Window => null;

    /// <summary>Whether the window lies on the output and not on the input, so that cells come closer together.</summary>
    public virtual bool Transposed => false;

    /// <summary>A few words for the network's table, such as <c>5x5, 6 filters, Valid</c>.</summary>
    public abstract string Description { get; }
}
