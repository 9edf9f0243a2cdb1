using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Residents.Mandates;

/// <summary>What every use case of mandates needs: names sealed and opened, people found by their NIK, the day it is.</summary>
internal sealed class MandateBook(ResidentCipher cipher, TimeProvider clock)
{
    private const string Purpose = "mandate-names";

    // Which mandates hold is one question for the whole country, so one calendar answers it.
    private static readonly TimeZoneInfo Capital = IndonesianZones.All[0];

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Capital).DateTime);

    public async ValueTask<string> LookupAsync(string nik, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("nik", nik);

    public async ValueTask<byte[]> SealAsync(MandateNames names, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt(Purpose, JsonSerializer.SerializeToUtf8Bytes(names));

    public async ValueTask<MandateNames> OpenAsync(Mandate mandate, CancellationToken ct) => Open(await cipher.OpenAsync(ct), mandate);

    /// <summary>Keyed, so that the name in an application's row tells nobody whose child it is.</summary>
    public async ValueTask<string> PrincipalOfChildAsync(string nik, CancellationToken ct) => $"k-{(await cipher.OpenAsync(ct)).Lookup("child", nik)[..38]}";

    public async Task<MandateView> ViewAsync(NationalDbContext db, Mandate mandate, CancellationToken ct) =>
        MandateView.Of(mandate, await OpenAsync(mandate, ct), await db.MandateUses.AsNoTracking().Where(u => u.MandateId == mandate.Id).ToListAsync(ct), Today);

    public async Task<IReadOnlyList<MandateView>> ViewsAsync(NationalDbContext db, IReadOnlyList<Mandate> mandates, CancellationToken ct)
    {
        var ids = mandates.Select(m => m.Id).ToList();
        var uses = (await db.MandateUses.AsNoTracking().Where(u => ids.Contains(u.MandateId)).ToListAsync(ct)).ToLookup(u => u.MandateId);
        var opened = await cipher.OpenAsync(ct);
        var today = Today;
        return [.. mandates.Select(m => MandateView.Of(m, Open(opened, m), uses[m.Id], today))];
    }

    private static MandateNames Open(FieldCipher cipher, Mandate mandate) =>
        JsonSerializer.Deserialize<MandateNames>(cipher.DecryptBytes(Purpose, mandate.Names)) ?? throw new InvalidOperationException("The names of a mandate are empty.");
}
