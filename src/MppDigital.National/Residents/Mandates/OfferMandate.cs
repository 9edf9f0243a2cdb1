using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>A person asks another, known by NIK, to act for them. Nothing holds before that one accepts; whether such an account exists is not told.</summary>
/// <param name="Services">Codes; empty means every service.</param>
/// <param name="Until">Last day.</param>
public sealed record OfferMandate(Resident Giver, string HolderNik, IReadOnlyList<string> Services, DateOnly? Until)
{
    /// <summary>Of the call: sent again, it makes no second one. Null for a form, which shows what there is.</summary>
    public string? Key { get; init; }

    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"offer by {Giver.Sub}";
}

internal sealed class OfferMandateHandler(IDbContextFactory<NationalDbContext> contexts, IServiceCatalog catalog, MandateBook book) : IUseCase<OfferMandate, MandateView>
{
    public async Task<Outcome<MandateView>> HandleAsync(OfferMandate input, CancellationToken ct)
    {
        var (today, now, giver) = (book.Today, book.Now, input.Giver);
        var nik = new string([.. input.HolderNik.Where(c => !char.IsWhiteSpace(c))]);
        if (Nik.FaultOf(nik, today) is not null) return Problems.Field("/holderNik", "Tulis NIK 16 angka, seperti di KTP-el.", "Write the NIK, 16 digits, as on the identity card.");
        if (nik == giver.Nik) return Problems.Field("/holderNik", "Tulis NIK orang lain. Untuk diri sendiri tidak perlu kuasa.", "Write somebody else's NIK. For yourself no mandate is needed.");
        if (input.Until is not { } until || until < today || until > today.AddDays(MandateRules.MostDays))
            return Problems.Field("/until", $"Tulis tanggal antara hari ini dan {today.AddDays(MandateRules.MostDays):d-M-yyyy}.", $"Write a date between today and {today.AddDays(MandateRules.MostDays):yyyy-MM-dd}.");
        var codes = input.Services.Select(s => s.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal).ToList();
        if (codes.Count > MandateRules.MostServices) return Problems.Field("/services", $"Pilih paling banyak {MandateRules.MostServices} layanan, atau semua layanan.", $"Choose {MandateRules.MostServices} services at most, or all.");
        if (codes.FirstOrDefault(c => catalog.Find(c) is null) is { } unknown) return Problems.Field("/services", $"Layanan {unknown} tidak ada. Pilih dari daftar.", $"There is no service {unknown}. Choose from the list.");

        var lookup = await book.LookupAsync(nik, ct);
        var id = RepeatedCalls.IdOf(giver.Sub, "mandate", input.Key);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } sent)
            return sent.HolderLookup == lookup && sent.Until == until && sent.Services == string.Join(' ', codes) ? await book.ViewAsync(db, sent, ct) : RepeatedCalls.KeyReused;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mandate = Mandate.Offer(id, giver.Sub, lookup, await book.SealAsync(new MandateNames(giver.Nik, giver.Name, nik, ""), ct), string.Join(' ', codes), until, now);
        // First, because it makes writers stand in line: what is counted next cannot change under us.
        await AuditTrail.AppendAsync(db, mandate.Id.ToString("N"), "mandate-offered", giver.Sub, $$"""{"services":{{codes.Count}},"until":"{{until:yyyy-MM-dd}}"}""", now, ct);
        var open = await db.Mandates.AsNoTracking().Where(m => m.Principal == giver.Sub && m.Until >= today && (m.State == MandateState.Offered || m.State == MandateState.Active)).ToListAsync(ct);
        if (open.Exists(m => m.HolderLookup == lookup)) return Problems.AlreadyGiven;
        if (open.Count >= MandateRules.MostHolders) return Problems.TooManyHolders;
        db.Mandates.Add(mandate);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await book.ViewAsync(db, mandate, ct);
    }
}
