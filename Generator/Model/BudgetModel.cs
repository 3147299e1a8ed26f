namespace NetDsl.Generator.Model;

/// <summary>What a network may cost at most; null for what does not matter.</summary>
/// <param name="Attribute">Index of the attribute among the class's own.</param>
/// <param name="MaxParameters">Trainable parameters.</param>
/// <param name="MaxInferenceBytes">Activation memory of predicting one sample.</param>
/// <param name="MaxTrainingBytes">Activations and gradients of one sample's backward pass.</param>
/// <param name="MaxMultiplies">Multiplications of one forward pass of one sample.</param>
internal sealed record BudgetModel(int Attribute, long? MaxParameters, long? MaxInferenceBytes, long? MaxTrainingBytes, long? MaxMultiplies);
