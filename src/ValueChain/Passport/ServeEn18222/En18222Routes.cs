using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Passport.ListChanges;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Wires the EN 18222 API: its prefix is the standard's, its errors are Result messages.</summary>
internal static class En18222Routes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSettings<En18222Options>(En18222Options.Section);
        services.AddSingleton(_ => En18222Profiles.Load());
        services.AddSingleton<DppAddresses>();
        services.AddSingleton<DppLocks>();
        services.AddSingleton<DppFinder>();
        services.AddSingleton<DppCreator>();
        services.AddSingleton<DppBatchCreator>();
        services.AddSingleton<DppUpdater>();
        services.AddSingleton<DppBatchUpdater>();
        services.AddSingleton<DppCloser>();
        services.AddSingleton<DppRegistrar>();
        services.AddSingleton<ChangeReader>();
        services.AddSingleton<En18222Services>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1").WithTags("EN 18222").DisableAntiforgery();
        api.AddEndpointFilter<RouteGroupBuilder, ResultFilter>();
        foreach (var status in new[] { 400, 404, 406, 410, 412, 422 }) api.WithMetadata(new ProducesResponseTypeMetadata(status));
        DppReadEndpoints.Map(api);
        DppWriteEndpoints.Map(api);
        DictionaryEndpoints.Map(api);
        ChangeEndpoints.Map(api);
    }
}
