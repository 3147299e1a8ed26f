using NetDsl;

Console.WriteLine(StripeNetwork.Summary);

var network = new StripeNetwork(seed: 1);
var trainer = new Trainer<StripeNetwork>(network, new TrainerOptions
{
    Optimizer = new Adam(0.01),
    BatchSize = 32,
    Epochs = 5,
    Progress = new ConsoleProgress(),
});
trainer.Fit(Stripes.Draw(2000, seed: 1), Stripes.Draw(500, seed: 2));

network.Save("stripes.safetensors");
float[] probabilities = StripeNetwork.Load("stripes.safetensors").Predict(Stripes.Draw(1, seed: 3).Sample(0));
Console.WriteLine($"upright {probabilities[0]:P1}, level {probabilities[1]:P1}, diagonal {probabilities[2]:P1}");
