using System.Text.Json;
using MppDigital.Platform.Events;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// A service somebody was given and that is over: an application decided, a visit served. Whoever ends one writes this row in the same transaction, and
/// the person is asked how it was.
/// </summary>
/// <param name="Kind">What kind of act, <c>visit</c> for example: ids of two kinds may be equal.</param>
/// <param name="Sub">Who is told; null where nobody is known, who may still answer by the code of the ticket.</param>
/// <param name="Number">As the person knows it.</param>
internal sealed record FinishedService(string Kind, Guid Act, string Service, string Agency, DateTime At, string? Sub, string Number)
{
    public const string PayloadKind = "service-finished";

    public const string Application = "application";

    public const string Visit = "visit";

    public OutboxRow ToRow(DateTime now) => new(PayloadKind, JsonSerializer.Serialize(this), now);
}
