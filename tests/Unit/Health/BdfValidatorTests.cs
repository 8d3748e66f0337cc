using System.Text;
using Voltloop.Health.ValidateBdf;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

public sealed class BdfValidatorTests
{
    private const string Head = "test_time_second,voltage_volt,current_ampere";

    [Theory]
    [InlineData(Head + "\n0,3,1\n3600,3.5,1\n")]
    [InlineData("Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n0,3,1,0\n3600,3.5,1,1\n")]
    [InlineData(Head + ",charging_capacity_ah,discharging_capacity_ah,cumulative_capacity_ah,net_capacity_ah\n0,3,1,0,0,0,0\n3600,3.5,1,1,0,1,1\n7200,3,-1,1,1,2,0\n")]
    [InlineData(Head + ",cycle_count,cycle_charging_capacity_ah\n0,3,1,1,0\n3600,3.5,1,1,1\n3600,3,1,2,0\n")]
    public void File_that_keeps_every_rule_is_valid(string text) =>
        Validate(text).IsValid.ShouldBeTrue(string.Join('\n', Validate(text).Findings));

    [Theory]
    [InlineData(Head + ",charging_capacity_ah,discharging_capacity_ah,cumulative_capacity_ah\n0,3,1,0,0,0\n3600,3.5,1,1,0,1\n7200,3,-1,1,1,1\n", "cumulative-identity", "line 4")]
    [InlineData(Head + ",cycle_charging_energy_wh,cycle_discharging_energy_wh,cycle_net_energy_wh\n0,3,1,0,0,0\n3600,3.5,1,1,0,-1\n", "net-identity", "line 3")]
    [InlineData(Head + ",charging_capacity_ah\n0,3,1,0\n3600,3.5,1,1\n7200,3,1,0.5\n", "counter-reset-outside-scope", "line 4")]
    [InlineData(Head + ",cycle_count,cycle_charging_capacity_ah\n0,3,1,1,0\n3600,3.5,1,1,1\n3600,3,1,1,0\n", "counter-reset-outside-scope", "line 4")]
    [InlineData(Head + ",discharging_capacity_ah\n0,3,-1,0\n3600,2.5,-1,-1\n", "counter-negative", "line 3")]
    [InlineData(Head + ",cycle_count\n0,3,1,6.283185307179586\n", "cycle-count-not-integer", "line 2")]
    [InlineData(Head + ",step_count\n0,3,1,1.5\n", "count-not-integer", "line 2")]
    [InlineData(Head + ",step_count\n0,3,1,2\n1,3,1,1\n", "count-backwards", "line 3")]
    [InlineData(Head + "\n0,3,1\n10,3,1\n5,3,1\n", "time-backwards", "line 4")]
    [InlineData("Test Time / h,Voltage / V,Current / A\n0,3,1\n", "unit-not-bdf", "line 1")]
    [InlineData("Time / s,Voltage / V,Current / A\n0,3,1\n", "name-not-bdf", "line 1")]
    [InlineData("test_time_second,voltage_volt\n0,3\n", "column-missing", "line 1")]
    [InlineData("Data_Point,Cycle_Index,Step_Index,Test_Time(s),Current(A),Voltage(V)\n1,1,1,0,1,3\n", "not-bdf", null)]
    public void Broken_rule_is_named_with_its_line(string text, string code, string? line)
    {
        var verdict = Validate(text);
        verdict.IsValid.ShouldBeFalse();
        verdict.Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Error && finding.Code == code && finding.Location == line, string.Join('\n', verdict.Findings));
    }

    [Fact]
    public void Open_thermocouple_and_a_clock_that_was_set_are_warnings()
    {
        var verdict = Validate(Head + ",unix_time_second,temperature_t1_celsius\n0,3,1,1700000010,-2500\n10,3,1,1700000000,20\n");
        verdict.IsValid.ShouldBeTrue();
        verdict.Findings.Select(finding => finding.Code).ShouldBe(["temperature-implausible", "unix-time-backwards"], ignoreOrder: true);
    }

    private static BdfVerdict Validate(string text) => BdfValidator.Validate(Import.Source(Encoding.UTF8.GetBytes(text)));
}
