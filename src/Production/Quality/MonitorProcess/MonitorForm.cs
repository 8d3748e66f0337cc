using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>The form of tables of many signals.</summary>
internal static class MonitorForm
{
    /// <summary>Where tables of many signals are sent.</summary>
    public const string Address = "/quality/monitor/files";

    private const int MostTables = 3;

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)MonitorAsync), MostTables).Calculates();

    private static async Task<RazorComponentResult> MonitorAsync(IFormFile train, IFormFile test, IFormFile? calibrate, [FromForm] MonitorFields fields, CancellationToken cancellation)
    {
        var files = (await train.FileAsync(cancellation), await test.FileAsync(cancellation), await calibrate.FileOrNullAsync(cancellation));
        return QualityForm.Page<MonitorResultPage>(nameof(MonitorResultPage.Result), Monitoring.OfFiles(files, fields.Request()));
    }
}
