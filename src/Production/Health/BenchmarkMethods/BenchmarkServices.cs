using Microsoft.Extensions.DependencyInjection;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>The benchmarks of this room and what they need.</summary>
internal static class BenchmarkServices
{
    /// <summary>Registers them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<BenchmarkProgress>();
        services.AddSingleton<BenchmarkRuns>();
        services.AddSingleton<ModelCards>();
        services.AddSingleton<IHealthBenchmark, Severson.SeversonBenchmark>();
        services.AddSingleton<IHealthBenchmark, Tbsi.TbsiBenchmark>();
        services.AddSingleton<IHealthBenchmark, PulseBat.PulseBenchmark>();
        services.AddSingleton<IHealthBenchmark, Panasonic.PanasonicBenchmark>();
        services.AddSingleton<IHealthBenchmark, Packs.PacksBenchmark>();
    }
}
