namespace NetDsl.Generator.Model;

/// <summary>What a layer computes once its input shape is known: numbers only, nothing left to infer.</summary>
internal abstract record Operation(Shape Input, Shape Output)
{
    /// <summary>The tensors that the layer learns.</summary>
    public virtual EquatableArray<ParameterModel> Parameters => EquatableArray<ParameterModel>.Empty;

    /// <summary>Multiplications in convolutions and dense layers, for one sample.</summary>
    public virtual long Multiplies => 0;

    /// <summary>How the receptive field grows: the window of this layer, or null where it looks at single cells.</summary>
    public virtual (Axis Height, Axis Width)? Window => null;

    /// <summary>A few words for the network's table, such as <c>5x5, 6 filters, Valid</c>.</summary>
    public abstract string Description { get; }
}
