using MppDigital.Platform.Identification;

namespace MppDigital.National.Residents.Mandates;

/// <summary>One mandate as either of the two sees it.</summary>
/// <param name="Kind"><c>person</c> or <c>child</c></param>
/// <param name="State"><c>offered</c>, <c>active</c>, <c>ended</c> (its last day has passed), <c>declined</c> or <c>revoked</c></param>
/// <param name="Giver">Name of the person acted for.</param>
/// <param name="GiverNik">First 4 and last 2 digits.</param>
/// <param name="Holder">Name of whoever acts; empty until accepted.</param>
/// <param name="Services">Codes; empty means every service.</param>
/// <param name="Until">Last day.</param>
/// <param name="EndedBy"><c>giver</c> or <c>holder</c>; null while it stands.</param>
/// <param name="Uses">Every act under it, the newest first.</param>
public sealed record MandateView(
    Guid Id, string Kind, string State, string Giver, string GiverNik, string Holder, string HolderNik, IReadOnlyList<string> Services, DateOnly Until,
    DateTime OfferedAt, DateTime? AcceptedAt, DateTime? EndedAt, string? EndedBy, IReadOnlyList<MandateUseView> Uses, long Version)
{
    internal static MandateView Of(Mandate mandate, MandateNames names, IEnumerable<MandateUse> uses, DateOnly today) => new(
        mandate.Id,
        Word(mandate.Kind),
        mandate.State == MandateState.Active && mandate.Until < today ? "ended" : mandate.State == MandateState.Offered && mandate.Until < today ? "declined" : Word(mandate.State),
        names.Giver,
        Nik.Mask(names.GiverNik),
        names.Holder,
        Nik.Mask(names.HolderNik),
        mandate.Services.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        mandate.Until,
        mandate.OfferedAt,
        mandate.AcceptedAt,
        mandate.EndedAt,
        mandate.EndedBy is null ? null : mandate.EndedBy == mandate.HolderSub || mandate.State == MandateState.Declined ? "holder" : "giver",
        [.. uses.OrderByDescending(u => u.At).Select(u => new MandateUseView(u.At, u.Action, u.Code4, u.Number, u.Service))],
        mandate.Version);

    private static string Word<T>(T value)
        where T : Enum => value.ToString().ToLowerInvariant();
}

/// <param name="Action"><c>submitted</c>, <c>corrected</c> or <c>withdrawn</c></param>
/// <param name="Regency">Four digits.</param>
/// <param name="Number">Of the application.</param>
public sealed record MandateUseView(DateTime At, string Action, string Regency, string Number, string Service);
