using System.CommandLine;
using NetDsl.Benchmarks;

var samples = new Option<int>("--samples") { Description = "Samples of an epoch.", DefaultValueFactory = _ => 60_000 };
var batch = new Option<int>("--batch") { Description = "Samples of a step.", DefaultValueFactory = _ => 64 };
var repeats = new Option<int>("--repeats") { Description = "Epochs for each number of threads.", DefaultValueFactory = _ => 5 };
var epoch = new Command("epoch", "LeNet-5, tanh and mean pooling: one training epoch, on one thread and on all cores, beside the FMA peak.")
{
    samples, batch, repeats,
};
epoch.SetAction(result => EpochBenchmark.Run(result.GetValue(samples), result.GetValue(batch), result.GetValue(repeats)));

var predict = new Command("predict", "LeNet-5: one prediction, on one thread, beside the FMA peak.");
predict.SetAction(_ => PredictBenchmark.Run());

var generator = new Command("generator", "Generation of LeNet-5: from nothing, after an edit inside it, after one elsewhere.");
generator.SetAction(_ => GeneratorBenchmark.Run());

var edit = new Command("edit", "A keystroke in the declaration of ResNet-152, and one beside it: generator and analyzer together.");
edit.SetAction(_ => EditBenchmark.Run());

return new RootCommand("Measures NetDsl on this machine. Every figure is printed as best and median; quote ratios of one run.")
{
    epoch, predict, generator, edit,
}.Parse(args).Invoke();
