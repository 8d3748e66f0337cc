using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.SimulateCell;
using Voltloop.Kernels.CellModel;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

/// <summary>The slice around the cell model: what it takes, what it refuses, and what it says about its own validity.</summary>
public sealed class SimulateCellTests
{
    [Fact]
    public void A_discharge_at_1C_of_the_LG_M50_gives_between_nine_tenths_and_all_of_its_nominal_capacity()
    {
        var result = Run(new SimulationRequest());
        result.Ending.ShouldBe("lower-voltage");
        (-result.ChargeAh).ShouldBeInRange(4.5, 5.1);
        result.LowestVolt.ShouldBe(2.5, 1e-6);
        result.HighestCelsius.ShouldBeInRange(27, 50);
        result.BalanceError.ShouldBeLessThan(1e-12);
        result.Channels.Count.ShouldBe(8);
        result.Channels.ShouldAllBe(channel => channel.Values.Length == result.X.Values.Length);
        (-result.EnergyWattHour + result.HeatWattHour).ShouldBe(-result.ChargeAh * 3.75, 0.6);
    }

    [Fact]
    public void Outside_its_range_the_model_says_so_and_inside_it_does_not()
    {
        Run(new SimulationRequest { CRate = 0.2 }).Warnings.ShouldBeEmpty();
        Run(new SimulationRequest { CRate = 3 }).Warnings.ShouldContain(warning => warning.Contains("alike through an electrode"));
        Run(new SimulationRequest { CRate = 0.2, AmbientCelsius = -10 }).Warnings.ShouldContain(warning => warning.Contains("degC"));
        Run(new SimulationRequest { CRate = 0.2, Model = "spm" }).Warnings.ShouldContain(warning => warning.Contains("Without electrolyte"));
    }

    [Fact]
    public void A_charge_begins_empty_and_ends_at_the_upper_voltage_with_the_sign_of_charge()
    {
        var result = Run(new SimulationRequest { CRate = 0.5, Direction = "charge" });
        result.Ending.ShouldBe("upper-voltage");
        result.ChargeAh.ShouldBeInRange(3.5, 5.1);
    }

    [Fact]
    public void A_drive_profile_is_followed_to_its_end_and_its_charge_is_the_sum_of_its_currents()
    {
        var profile = ProfileReader.Read(Source(File.ReadAllText(Repository.Sample("cell-model", "drive.csv"))));
        var told = new List<double>();
        var result = CellSimulator.Run(new SimulationRequest { Profile = profile, StartPercent = 80 }, told.Add, TestContext.Current.CancellationToken);
        result.Ending.ShouldBe("profile");
        result.Seconds.ShouldBe(1200, 1e-6);
        result.ChargeAh.ShouldBe(profile.Amperes.SkipLast(1).Sum() / 3600, 1e-9);
        result.X.Values.Length.ShouldBeLessThanOrEqualTo(SimulationTrace.MaxPoints + 1);
        told.Count.ShouldBeInRange(15, 25);
    }

    [Fact]
    public void A_profile_in_other_units_and_with_other_columns_is_read_by_its_header()
    {
        var profile = ProfileReader.Read(Source("Test Time / min,Voltage / V,Current / mA\n0,4,-1000\n1,3.9,500\n"));
        profile.Seconds.ShouldBe([0, 60]);
        profile.Amperes.ShouldBe([-1, 0.5]);
    }

    [Theory]
    [InlineData("time,power\n1,2\n", "column-missing")]
    [InlineData("test_time_second,current_ampere\n0,1\n1,x\n", "not-a-number")]
    [InlineData("test_time_second,current_ampere\n", "no-rows")]
    [InlineData("", "empty-file")]
    public void What_is_no_profile_is_refused_by_name(string text, string code) =>
        Should.Throw<ProblemException>(() => ProfileReader.Read(Source(text))).Message.ShouldContain(code);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_simulated_is_refused_with_the_field(string field, object request) =>
        Should.Throw<ProblemException>(() => Run((SimulationRequest)request)).Problem.Location.ShouldBe(field);

    public static TheoryData<string, object> Refused => new()
    {
        { "parameters", new SimulationRequest { Parameters = "unobtainium" } },
        { "cRate", new SimulationRequest { CRate = 0 } },
        { "cRate", new SimulationRequest { CRate = double.NaN } },
        { "cRate", new SimulationRequest { CRate = 11 } },
        { "direction", new SimulationRequest { Direction = "sideways" } },
        { "ambientCelsius", new SimulationRequest { AmbientCelsius = 500 } },
        { "startPercent", new SimulationRequest { StartPercent = 101 } },
        { "heatTransfer", new SimulationRequest { HeatTransfer = -1 } },
        { "model", new SimulationRequest { Model = "dfn" } },
        { "profile", new SimulationRequest { CRate = 1, Profile = new CurrentProfile([0, 1], [1, 1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0], [1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0, 1, 1], [1, 1, 1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0, 1], [double.NaN, 1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0, double.PositiveInfinity], [1, 1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0, 1], [1e9, 1]) } },
        { "profile", new SimulationRequest { Profile = new CurrentProfile([0, 1e9], [0, 0]) } },
    };

    [Fact]
    public void A_trace_of_any_length_keeps_few_points_the_last_one_and_the_extremes()
    {
        var trace = new SimulationTrace();
        for (var i = 0; i <= 100_000; i++) trace.Add(new CellPoint(i, -1, i == 777 ? 2 : 3.5, 3.6, 300));
        trace.Points.Count.ShouldBeInRange(1000, SimulationTrace.MaxPoints + 1);
        trace.Points[^1].Second.ShouldBe(100_000);
        trace.Volt.ShouldBe((2, 3.5));
    }

    private static SimulationResource Run(SimulationRequest request) => CellSimulator.Run(request, progress: null, TestContext.Current.CancellationToken);

    private static ImportSource Source(string text) => new("profile.csv", Encoding.UTF8.GetBytes(text), "");
}
