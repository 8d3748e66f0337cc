using Microsoft.Extensions.Options;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>What answering queries needs.</summary>
/// <param name="Runner">Runs queries.</param>
/// <param name="Events">The events as the actor may see them.</param>
/// <param name="Options">Settings.</param>
/// <param name="Clock">Moment of answering.</param>
internal sealed record QueryServices(QueryRunner Runner, IEventReader Events, IOptions<QueryOptions> Options, TimeProvider Clock);
