using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Conformance.Cyclers;

public sealed class MatlabImportTests
{
    [Fact]
    public void Discharge_of_a_published_cell_is_read_with_the_charge_that_its_tester_counted()
    {
        var folder = SharedData.Require("health", "soc_panasonic18650pf", "25degC", "1C discharge tests_end_of_tests");
        var bytes = File.ReadAllBytes(Path.Combine(folder, "07-22-17_22.44 4020_Dis1C_1.mat"));
        var data = CyclerFormats.Find(bytes).ShouldNotBeNull().Read(bytes, new FindingLog()).ShouldNotBeNull().Data;
        var counted = data.Find("net_capacity_ah")!;
        var integral = Voltloop.Kernels.Integration.Trapezoid.Charge(data.Find("test_time_second"), data.Find("current_ampere"));
        integral.Discharged.ShouldBe(counted[0] - counted[^1], 0.005);
    }
}
