namespace NetDsl;

/// <summary>How the weights of a layer start.</summary>
public enum Initializer
{
    /// <summary>Uniform within sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio 2010).</summary>
    GlorotUniform = 0,

    /// <summary>Normal with variance 2 / (fanIn + fanOut) (Glorot and Bengio 2010).</summary>
    GlorotNormal = 1,

    /// <summary>Uniform within sqrt(6 / fanIn) (He et al. 2015).</summary>
    HeUniform = 2,

    /// <summary>Normal with variance 2 / fanIn (He et al. 2015).</summary>
    HeNormal = 3,

    /// <summary>Uniform within sqrt(3 / fanIn) (LeCun et al. 1998).</summary>
    LeCunUniform = 4,

    /// <summary>Normal with variance 1 / fanIn (LeCun et al. 1998).</summary>
    LeCunNormal = 5,

    /// <summary>Normal with a standard deviation of the layer's scale.</summary>
    Normal = 6,

    /// <summary>All zeros.</summary>
    Zeros = 7,
}
