using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Voltloop.Web.Composition;

/// <summary>Declares sections.</summary>
public static class SettingsSections
{
    /// <summary>Declares a section that services take as <see cref="IOptions{T}"/>. A verb reads the same as the server.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class, new()
    {
        services.AddOptions<T>().Configure<IServiceProvider>((options, provider) => provider.GetService<HouseSettings>()?.Bind(section, options));
        return services.AddSingleton(SettingsSection.Of<T>(section));
    }
}
