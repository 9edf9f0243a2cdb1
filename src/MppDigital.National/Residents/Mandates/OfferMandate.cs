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
        var codes = input.Services.Select(s => s.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal).ToList();
        var errors = Faults(giver, nik, codes, input.Until, today);
        if (errors.Count > 0 || input.Until is not { } until) return Problems.Fields(errors);

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

    private Dictionary<string, string[]> Faults(Resident giver, string nik, List<string> codes, DateOnly? until, DateOnly today)
    {
        var errors = new Dictionary<string, string[]>();
        var last = today.AddDays(MandateRules.MostDays);
        if (Nik.FaultOf(nik, today) is not null) Add("/holderNik", "Tulis NIK 16 angka, seperti di KTP-el.", "Write the NIK, 16 digits, as on the identity card.");
        else if (nik == giver.Nik) Add("/holderNik", "Tulis NIK orang lain. Untuk diri sendiri tidak perlu kuasa.", "Write somebody else's NIK. For yourself no mandate is needed.");
        if (codes.Count > MandateRules.MostServices) Add("/services", $"Pilih paling banyak {MandateRules.MostServices} layanan, atau semua layanan.", $"Choose {MandateRules.MostServices} services at most, or all.");
        else if (codes.Exists(c => catalog.Find(c) is null)) Add("/services", "Pilih layanan dari daftar, misalnya DPM-SIP-04.", "Choose services from the list, for example DPM-SIP-04.");
        if (until is null || until < today || until > last) Add("/until", $"Tulis tanggal antara hari ini dan {last:d-M-yyyy}.", $"Write a date between today and {last:yyyy-MM-dd}.");
        return errors;

        void Add(string pointer, string text, string english) => errors[pointer] = [Languages.IsEnglish ? english : text];
    }
}
