using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.RunLengths;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class CusumTests
{
    // Montgomery, Introduction to Statistical Quality Control: two-sided CUSUM with k = 1/2, made one-sided where the other side cannot fire.
    [Theory]
    [InlineData(4, 0, 336, 3)]
    [InlineData(5, 0, 930, 5)]
    [InlineData(4, 1, 8.38, 0.03)]
    [InlineData(5, 1, 10.4, 0.05)]
    [InlineData(4, 2, 3.34, 0.02)]
    [InlineData(5, 2, 4.01, 0.02)]
    [InlineData(4, 3, 2.19, 0.02)]
    public void Run_lengths_are_those_of_the_tables(double threshold, double shift, double published, double rounding) =>
        CusumLength.OneSided(0.5, threshold, shift).ShouldBe(published, rounding);

    [Theory]
    [InlineData(1, 740, 4.77, 0.01)]
    [InlineData(1, 336, 4, 0.01)]
    [InlineData(1, 930, 5, 0.01)]
    public void A_design_meets_the_run_length_asked_for(double shift, double runLength, double threshold, double rounding)
    {
        var design = CusumDesign.For(shift, runLength);
        design.Threshold.ShouldBe(threshold, rounding);
        CusumLength.OneSided(design.Reference, design.Threshold, 0).ShouldBe(runLength, runLength * 1e-4);
    }

    [Fact]
    public void Simulated_false_alarms_come_at_the_designed_rate()
    {
        var design = CusumDesign.For(1, 50);
        var random = new Random(7);
        var lengths = Enumerable.Range(0, 500).Select(_ =>
        {
            double[] values = [.. Enumerable.Range(0, 800).Select(_ => Gauss(random))];
            return Cusum.FirstAlarm(values, design)!.Value.At + 1.0;
        }).Average();
        lengths.ShouldBe(50, 7);
    }

    [Fact]
    public void The_alarm_says_since_when()
    {
        double[] values = [-1, -1, 0.2, -2, 2, 2, 2, double.NaN, 2];
        var alarm = Cusum.FirstAlarm(values, new CusumDesign(0.5, 5))!.Value;
        alarm.ShouldBe(new CusumAlarm(8, 4, 6));
        Cusum.FirstAlarm([-1, 0, 1], new CusumDesign(0.5, 5)).ShouldBeNull();
    }

    [Fact]
    public void Normal_and_chi_square_agree_with_tables()
    {
        Normal.Upper(1.959963985).ShouldBe(0.025, 1e-9);
        Normal.Upper(8).ShouldBe(6.22096057e-16, 1e-23);
        Normal.UpperQuantile(0.00135).ShouldBe(2.99998, 0.0001);
        Normal.Cumulative(-1).ShouldBe(0.158655254, 1e-9);
        ChiSquare.Upper(9.487729, 4).ShouldBe(0.05, 1e-7);
        ChiSquare.Upper(3.841459, 1).ShouldBe(0.05, 1e-7);
        ChiSquare.Upper(18.307038, 10).ShouldBe(0.05, 1e-7);
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
