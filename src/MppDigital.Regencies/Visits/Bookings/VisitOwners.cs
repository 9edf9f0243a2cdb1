using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Whose visit it is: of the person who comes, and of whoever booked it for them as long as their mandate holds.</summary>
internal sealed class VisitOwners(IUseCase<UseMandate, ActingFor> mandates)
{
    /// <returns>Null for anybody else's, which is as unknown as one that never was.</returns>
    public async Task<Visit?> FindAsync(RegencyDbContext db, string sub, Guid id, CancellationToken ct)
    {
        if (await db.Visits.SingleOrDefaultAsync(v => v.Id == id && (v.Sub == sub || v.ActedBy == sub), ct) is not { } visit) return null;
        if (visit.Sub == sub || visit.Mandate is not { } mandate) return visit.Sub == sub ? visit : null;
        return (await mandates.HandleAsync(new UseMandate(sub, mandate, visit.Service), ct)).Succeeded ? visit : null;
    }
}
