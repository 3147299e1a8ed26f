using System.Text.Json;

namespace NetDsl.Tests;

public sealed class MetricsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Precision_recall_and_f1_follow_their_definitions()
    {
        ConfusionMatrix matrix = Example();
        Assert.Equal((10, 7, 0.7), (matrix.Total, matrix.Correct, matrix.Accuracy));
        Assert.Equal((4.0 / 5, 4.0 / 6), (matrix.Precision(0), matrix.Recall(0)));
        Assert.Equal(2 * 0.8 * (4.0 / 6) / (0.8 + 4.0 / 6), matrix.F1(0), 1e-12);
        Assert.True(double.IsNaN(matrix.Recall(2)));
        Assert.Contains("is 3; it must be from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_agrees_with_the_trainers_evaluation()
    {
        var network = new SoftmaxRegression(1);
        LabeledSamples data = Digits.Make(100);
        Evaluation expected = new Trainer<SoftmaxRegression>(network).Evaluate(data);
        ClassificationReport report = ClassificationReport.Measure(network, data, batchSize: 7);
        ClassificationReport loaded = ClassificationReport.Measure(network, new TransformedDataset(data, []), batchSize: 16);
        Assert.Equal(expected.Loss, report.Loss, 1e-9);
        Assert.Equal(expected.Accuracy!.Value, report.Accuracy, 1e-12);
        Assert.Equal((report.Loss, report.Accuracy, 1.0), (loaded.Loss, loaded.Accuracy, report.Top5Accuracy));
    }

    [Fact]
    public void A_class_that_the_data_have_not_got_is_no_answer()
    {
        var network = new SoftmaxRegression(0);
        network.Parameters["D1.weight"].CopyFrom(new float[12]);
        network.Parameters["D1.bias"].CopyFrom([2, 1, 9]);
        var data = new LabeledSamples(new float[12], [0, 1, 1], 2, 2, 1, classes: 2);
        ClassificationReport report = ClassificationReport.Measure(network, data);
        Assert.Equal((1, 2, 1.0 / 3, 1.0), (report.Confusion[0, 0], report.Confusion[1, 0], report.Accuracy, report.Top5Accuracy));
    }

    [Fact]
    public void Rank_counts_the_likelier_classes_and_no_number_is_last()
    {
        LabelCriterion likeliest = LabelCriterion.SoftmaxCrossEntropy, nearest = LabelCriterion.MaximumAPosteriori(1);
        float[] output = [3, 1, 3, float.NaN, 2];
        Assert.Equal([0, 3, 1, 5, 2], Enumerable.Range(0, 5).Select(label => likeliest.Rank(output, label)));
        Assert.Equal([2, 0, 3, 5, 1], Enumerable.Range(0, 5).Select(label => nearest.Rank(output, label)));
    }

    [Fact]
    public void Reports_are_written_for_people_and_for_tools()
    {
        var report = new ClassificationReport(0.5, 1, Example());
        Assert.Contains("accuracy 70.00 %, top-5 100.00 % of 10 samples", ReportText.Table(report), StringComparison.Ordinal);
        ReportText.WriteCsv(folder["r.csv"], report);
        string[] lines = File.ReadAllLines(folder["r.csv"]);
        Assert.Equal("class,precision,recall,f1,samples,predicted a,\"predicted b \"\"x\"\", c\",predicted none", lines[0]);
        Assert.Equal("a,0.8,0.6666666666666666,0.7272727272727273,6,4,1,1", lines[1]);
        Assert.StartsWith("none,0,,0,0,0,0,0", lines[3], StringComparison.Ordinal);
        ReportText.WriteJsonLines(folder["r.jsonl"], report);
        JsonElement[] objects = [.. File.ReadLines(folder["r.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal((4, 0.7), (objects.Length, objects[0].GetProperty("accuracy").GetDouble()));
        Assert.Equal(JsonValueKind.Null, objects[3].GetProperty("recall").ValueKind);
        Assert.Equal("b \"x\", c", objects[2].GetProperty("class").GetString());
    }

    [Fact]
    public void A_training_leaves_a_line_an_epoch_and_one_that_is_resumed_goes_on_behind_them()
    {
        LabeledSamples data = Digits.Make(40);
        Train(data, data, epochs: 2);
        File.AppendAllText(folder["e.csv"], "3,0.1");
        Train(data, null, epochs: 3);
        string[] lines = File.ReadAllLines(folder["e.csv"]);
        Assert.Equal(["epoch", "1", "2", "3"], lines.Select(line => line.Split(',')[0]));
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
        Assert.StartsWith("epoch,train_loss,", lines[0], StringComparison.Ordinal);
        JsonElement last = JsonDocument.Parse(File.ReadLines(folder["e.jsonl"]).Last()).RootElement;
        Assert.Equal((3, JsonValueKind.Null), (last.GetProperty("epoch").GetInt32(), last.GetProperty("validation_loss").ValueKind));
    }

    [Fact]
    public void The_pictures_have_their_size_and_darker_cells_for_larger_shares()
    {
        Picture picture = ConfusionMatrixPicture.Draw(Example());
        Assert.InRange(picture.Width, 150, 700);
        Assert.Contains(Enumerable.Range(0, picture.Width * picture.Height), i => picture.Pixels[3 * i] < 110 && picture.Pixels[3 * i + 2] > 120);
        Assert.InRange(ConfusionMatrixPicture.Draw(new ConfusionMatrix([.. Enumerable.Range(0, 200).Select(i => $"{i}")])).Width, 1000, 1400);
        Picture map = HeatMapPicture.Draw([0, 1, -1, float.NaN], new Picture(2, 2, 1, [9, 9, 9, 9]), scale: 2);
        Assert.Equal((4, 4), (map.Width, map.Height));
        Assert.True(map.Pixels[3 * 2] > 200 && map.Pixels[3 * (2 * 4) + 2] > 200);
        Assert.Contains("3 values", Assert.Throws<ArgumentException>(() => HeatMapPicture.Draw(new float[3], new Picture(2, 2, 1, new byte[4]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_occlusion_map_shows_where_the_evidence_is()
    {
        var network = new SoftmaxRegression(0);
        network.Parameters["D1.weight"].CopyFrom([5, 0, 0, 0, 0, 0, 0, 0, 0, -5, 0, 0]);
        float[] map = OcclusionMap.Map(network, [1, 1, 1, 1], new SampleShape(2, 2, 1), output: 0, size: 1, stride: 1);
        Assert.True(map[0] > 0.1f && Math.Abs(map[1]) < 1e-6f && map[3] < -0.001f, string.Join(' ', map));
        Assert.Contains("from 1 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => OcclusionMap.Map(network, [1, 1, 1, 1], new SampleShape(2, 2, 1), 0, 3, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => OcclusionMap.Map(network, [1, 1, 1, 1], new SampleShape(2, 2, 1), 3, 1, 1)).Message, StringComparison.Ordinal);
    }

    private void Train(LabeledSamples data, LabeledSamples? validation, int epochs)
    {
        var options = new TrainerOptions
        {
            Epochs = epochs,
            Checkpoints = new CheckpointOptions { Folder = folder["checkpoints"], Resume = true },
            Progress = new ProgressGroup(MetricsLog.Csv(folder["e.csv"], append: true), MetricsLog.JsonLines(folder["e.jsonl"], append: true)),
        };
        new Trainer<SoftmaxRegression>(new SoftmaxRegression(1), options).Fit(data, validation);
    }

    private static ConfusionMatrix Example()
    {
        var matrix = new ConfusionMatrix(["a", "b \"x\", c", "none"]);
        foreach ((int actual, int predicted) in new[] { (0, 0), (0, 0), (0, 0), (0, 0), (0, 1), (0, 2), (1, 1), (1, 1), (1, 1), (1, 0) })
        {
            matrix.Add(actual, predicted);
        }

        return matrix;
    }
}
