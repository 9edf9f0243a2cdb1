using System.Globalization;
using MppDigital.Connectors.SatuSehat;

namespace MppDigital.Connectors.Facts;

/// <summary>What SATUSEHAT's answers mean to a form.</summary>
internal static class SatuSehatFacts
{
    public static FactSet Of(HealthWorker worker, DateOnly today) => new FactSet()
        .With(FactSources.Registration, worker.Registration.Number)
        .With($"{FactSources.Registration}.active", worker.Registration.Active)
        .With($"{FactSources.Registration}.validUntil", worker.Registration.ValidUntil)
        .With(FactSources.Profession, worker.Profession)
        .With(FactSources.CreditPoints, worker.CreditPointsSufficient)
        .Requiring(FactSources.Registration, worker.Registration.IsValidOn(today))
        .Requiring(FactSources.CreditPoints, worker.CreditPointsSufficient);

    /// <summary>The applicant picks the place of practice; the register only says which places exist.</summary>
    /// <param name="since">UTC instant of the list where it is not of today; who chooses from it is told.</param>
    public static FactSet Of(IReadOnlyList<HealthFacility> facilities, DateTime? since) => new FactSet()
        .Offering(FactSources.Facility, "fasilitas", [.. facilities.Select(f => new FactChoice(f.Name, f.Name, since is null ? f.Address : string.Create(CultureInfo.InvariantCulture, $"{f.Address} ({since:dd-MM-yyyy})")))]);
}
