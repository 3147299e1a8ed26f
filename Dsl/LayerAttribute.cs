namespace NetDsl;

/// <summary>Base class of all layers. They run in the order in which they stand on the class.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Constructor, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>The layer's name, a C# identifier. Default: kind and position, such as <c>Conv2d1</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Name of an earlier layer whose output this one reads. Default: the layer just before.</summary>
    public string? From { get; set; }
}
