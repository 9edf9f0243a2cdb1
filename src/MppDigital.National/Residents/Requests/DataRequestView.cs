using MppDigital.Platform.PersonalData;

namespace MppDigital.National.Residents.Requests;

/// <summary>One request as the person who made it, and the office that answers it, see it.</summary>
/// <param name="Kind"><c>copy</c>, <c>correction</c> or <c>erasure</c></param>
/// <param name="State"><c>asked</c>, <c>granted</c>, <c>partly-granted</c>, <c>refused</c> or <c>expired</c></param>
/// <param name="DueAt">By when the law wants it answered.</param>
/// <param name="IsAlarm">48 of its 72 hours are gone and nobody has answered.</param>
/// <param name="Office">Code of the regency that answers; empty where we do ourselves.</param>
/// <param name="Subject">What it is about, for example an application number.</param>
/// <param name="Reason">The answer in words; empty before it, and where none was needed.</param>
/// <param name="ExpiresAt">Until when a copy can be fetched.</param>
public sealed record DataRequestView(
    Guid Id, string Kind, string State, DateTime AskedAt, DateTime DueAt, bool IsAlarm, string Office, string Subject, string Wrong, string Right, string Why,
    DateTime? AnsweredAt, string Reason, IReadOnlyList<ErasedData> Erased, IReadOnlyList<KeptData> Kept, DateTime? ExpiresAt, long Version)
{
    /// <summary>Whose data; for the office alone.</summary>
    internal string Sub { get; init; } = "";

    internal static DataRequestView Of(DataRequest request, DataRequestText text, DataAnswer answer, DateTime now) => new(
        request.Id,
        request.Kind.ToString().ToLowerInvariant(),
        request.State == DataRequestState.PartlyGranted ? "partly-granted" : request.State == DataRequestState.Granted && request.ExpiresAt <= now ? "expired" : request.State.ToString().ToLowerInvariant(),
        request.AskedAt,
        request.DueAt,
        request.State == DataRequestState.Asked && request.AskedAt + DataRequestRules.AlarmAfter <= now,
        request.Office,
        request.Subject,
        text.Wrong,
        text.Right,
        text.Reason,
        request.AnsweredAt,
        answer.Reason,
        answer.Erased,
        answer.Kept,
        request.ExpiresAt,
        request.Version)
    {
        Sub = request.Sub,
    };
}
