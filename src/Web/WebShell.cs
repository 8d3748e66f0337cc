using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voltloop.Web.Access;
using Voltloop.Web.Assets;
using Voltloop.Web.Composition;
using Voltloop.Web.Import;
using Voltloop.Web.Shell;

namespace Voltloop.Web;

/// <summary>Brings the pages of the shell into a host.</summary>
public static class WebShell
{
    /// <summary>
    /// Registers the shell. The host adds <c>IRecordReader</c>, <c>IVocabulary</c>, <see cref="IImportDesk"/>, the panels of
    /// the rooms and, if it likes, an <c>IReadOnlyList&lt;DataSourceCard&gt;</c>.
    /// </summary>
    public static IServiceCollection AddVoltloopWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddRequestAccess();
        services.AddAntiforgery(options => options.Cookie.Name = "voltloop-form");
        services.TryAddSingleton<AssetCatalog>(_ => new AssetCatalog());
        services.TryAddSingleton<ShellNavigation>();
        services.TryAddSingleton<IReadOnlyList<DataSourceCard>>([]);
        return services;
    }

    /// <summary>Security headers for every answer, pages for problems, and protection of forms. Comes before the routes.</summary>
    public static IApplicationBuilder UseVoltloopWeb(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            SecurityHeaders.Set(http);
            return next(http);
        });
        app.UseMiddleware<PageErrors>();
        app.UseAccess();
        app.Use((http, next) =>
        {
            ImportEndpoints.RefuseLarge(http.Request);
            return next(http);
        });
        app.UseAntiforgery();
        return app;
    }

    /// <summary>Maps the assets, the pages of the shell and the pages of the rooms.</summary>
    public static IEndpointRouteBuilder MapVoltloopWeb(this IEndpointRouteBuilder routes, IEnumerable<ICapability> rooms)
    {
        var list = rooms.ToList();
        routes.ServiceProvider.GetRequiredService<ShellNavigation>().Include(list);
        routes.MapMethods($"{AssetCatalog.Prefix}/{{**name}}", [HttpMethods.Get, HttpMethods.Head], (string name, HttpContext http, AssetCatalog assets) => assets.ServeAsync(http, name))
            .ExcludeFromDescription();
        ImportEndpoints.Map(routes);
        SignInEndpoints.Map(routes);
        var assemblies = list.Select(room => room.GetType().Assembly).Distinct().Where(a => a != typeof(WebShell).Assembly).ToArray();
        routes.MapRazorComponents<AppRoot>().AddAdditionalAssemblies(assemblies);
        return routes;
    }
}
