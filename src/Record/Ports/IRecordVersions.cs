using Voltloop.Core.Identities;

namespace Voltloop.Record.Ports;

/// <summary>Tells whether a thing has changed, so that what was rendered from it can be kept.</summary>
public interface IRecordVersions
{
    /// <summary>
    /// A number that is another one after every write about the thing. Take it before reading: what is then read is at
    /// least as new. Numbers do not survive the process and say nothing about time.
    /// </summary>
    long VersionOf(ThingId thing);
}
