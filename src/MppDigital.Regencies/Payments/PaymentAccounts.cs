using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Qris;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>Under which agreement this regency is paid.</summary>
internal sealed class PaymentAccounts(RegencySecrets secrets, DemoMerchants demo, IOptions<DemoOptions> options, IOptions<PlatformOptions> platform, CurrentRegency current)
{
    /// <summary>Where the provider tells what happened: the regency's own host, as the platform is reached from outside.</summary>
    public Uri Callback
    {
        get
        {
            var origin = new Uri(platform.Value.PublicOrigin);
            return new UriBuilder(origin) { Host = $"{current.Value.Slug}.{origin.Host}", Path = "/api/v1/payments/callback/qris" }.Uri;
        }
    }

    /// <returns>Null where there is none: nothing can be paid by code here.</returns>
    public async Task<QrisMerchant?> FindAsync(RegencyDbContext db, CancellationToken ct)
    {
        if (await db.PaymentAccounts.AsNoTracking().SingleOrDefaultAsync(ct) is { } own) return new QrisMerchant(own.Merchant, own.Nmid, secrets.Open<string>("payment-secret", own.Secret));
        return options.Value.Enabled ? demo.Find(current.Value.Code.Code4) : null;
    }
}
