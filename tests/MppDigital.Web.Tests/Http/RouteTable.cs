namespace MppDigital.Web.Tests.Http;

/// <summary>Every address of the program and who may call it. Whoever adds an address says here for whom it is; the walk then tries it with strangers.</summary>
internal static class RouteTable
{
    // open      anybody; what it shows is nobody's in particular
    // citizen   a signed-in person, about themselves
    //           (the receipt too: it lies sealed in the cookie of whoever just filed; others are sent on to the application, which has its own line)
    // owner     a signed-in person, about one thing that is theirs; not found for everybody else
    // staff     people with a role in this very regency
    // admin     the admin of this very regency
    // system    a program of this very regency that was given the scope for it
    // ministry  people with a role at the ministry
    // protocol  OpenID Connect and the forms of the login; their own tests walk them
    private const string Lines = """
        GET   any       /healthz/live                                           open
        GET   any       /healthz/ready                                          open
        GET   any       /api/v1/csrf                                            open
        GET   any       /bahasa                                                 open
        GET   any       /signin                                                 protocol
        GET   any       /signin/callback                                        protocol
        POST  any       /signin/backchannel                                     protocol
        GET   any       /signout                                                protocol
        POST  any       /signout                                                protocol
        GET   any       /openapi/v1.json                                        open
        GET   any       /_framework/opaque-redirect                             open
        ANY   any       /{**address}                                            open

        GET   regency   /api/v1/services                                        open
        GET   regency   /api/v1/services/{code}                                 open
        GET   regency   /api/v1/services/{code}/deadline                        open
        GET   regency   /api/v1/performance                                     open
        GET   regency   /api/v1/consents/{number}                               owner
        PAGE  regency   /persetujuan/{number}                                   owner
        GET   regency   /api/v1/changes                                         system
        POST  regency   /api/v1/tracking                                        open
        POST  regency   /api/v1/drafts                                          citizen
        GET   regency   /api/v1/drafts/{id:guid}                                owner
        PUT   regency   /api/v1/drafts/{id:guid}                                owner
        POST  regency   /api/v1/documents                                       citizen
        POST  regency   /api/v1/applications                                    citizen
        GET   regency   /api/v1/applications                                    citizen
        GET   regency   /api/v1/applications/{number}                           owner
        POST  regency   /api/v1/applications/{number}/withdraw                  owner
        POST  regency   /api/v1/applications/{number}/correct                   owner
        GET   regency   /api/v1/applications/{number}/document                  owner
        GET   regency   /api/v1/payments/{id:guid}                              owner
        GET   regency   /api/v1/applications/{number}/payment                   owner
        POST  regency   /api/v1/applications/{number}/payment                   owner
        POST  regency   /api/v1/applications/{number}/payment/check             owner
        POST  regency   /api/v1/payments/callback/qris                          open
        POST  regency   /api/v1/messages/reports                                open
        POST  regency   /api/v1/messages/incoming                               open
        GET   regency   /api/v1/messages                                        citizen
        GET   regency   /api/v1/admin/messages                                  admin
        POST  regency   /api/v1/admin/messages/{id:guid}/resend                 admin
        GET   regency   /api/v1/admin/webhooks                                  admin
        POST  regency   /api/v1/admin/webhooks                                  admin
        GET   regency   /api/v1/admin/webhooks/{id:guid}                        admin
        POST  regency   /api/v1/admin/webhooks/{id:guid}/remove                 admin
        POST  regency   /api/v1/admin/webhooks/{id:guid}/pause                  admin
        POST  regency   /api/v1/admin/webhooks/{id:guid}/resume                 admin
        POST  regency   /api/v1/admin/webhooks/{id:guid}/deliveries/{delivery:guid}/replay admin
        GET   regency   /api/v1/admin/message-wordings/{event}                  admin
        PUT   regency   /api/v1/admin/message-wordings/{event}                  admin
        GET   regency   /api/v1/life-events                                     open
        GET   regency   /api/v1/life-events/{code}                              open
        POST  regency   /api/v1/life-events/{code}/applications                 citizen
        GET   regency   /api/v1/life-events/applications/{filing}               owner
        POST  regency   /api/v1/life-events/applications/{filing}/withdraw      owner
        GET   regency   /api/v1/applications/{number}/documents                 owner
        GET   regency   /api/v1/officer/applications/{number}/document          staff
        POST  regency   /api/v1/officer/applications/{number}/document/revoke   staff
        POST  regency   /api/v1/officer/applications/{number}/document/replace  staff
        GET   regency   /api/v1/officer/inbox                                   staff
        GET   regency   /api/v1/officer/applications/{number}                   staff
        GET   regency   /api/v1/officer/applications/{number}/files/{file:guid} staff
        POST  regency   /api/v1/officer/applications/{number}/complete          staff
        POST  regency   /api/v1/officer/applications/{number}/claim             staff
        POST  regency   /api/v1/officer/applications/{number}/verify            staff
        POST  regency   /api/v1/officer/applications/{number}/visit             staff
        POST  regency   /api/v1/officer/applications/{number}/recommend         staff
        POST  regency   /api/v1/officer/applications/{number}/assign            staff
        POST  regency   /api/v1/officer/applications/together                   staff
        POST  regency   /api/v1/officer/applications/{number}/return            staff
        POST  regency   /api/v1/officer/applications/{number}/approve           staff
        POST  regency   /api/v1/officer/applications/{number}/refuse            staff
        GET   regency   /api/v1/officer/signatures                              staff
        PUT   regency   /api/v1/officer/signatures/certificate                  staff
        POST  regency   /api/v1/officer/signatures/sign                         staff
        GET   regency   /api/v1/admin/signers                                   admin

        POST  regency   /api/v1/handoffs/callback/{system}                      open
        GET   regency   /api/v1/admin/payments                                  admin
        POST  regency   /api/v1/admin/payments/{id:guid}/refund                 admin
        POST  regency   /api/v1/admin/payment-differences/{id:guid}/settle      admin
        PUT   regency   /api/v1/admin/payment-account                           admin
        GET   regency   /api/v1/admin/connectors                                admin
        GET   regency   /api/v1/admin/connectors/{name}                         admin
        PUT   regency   /api/v1/admin/connectors/{name}                         admin
        POST  regency   /api/v1/admin/connectors/{name}/test                    admin
        GET   regency   /api/v1/admin/offerings/{service}                       admin
        PUT   regency   /api/v1/admin/offerings/{service}                       admin
        PAGE  regency   /                                                       open
        PAGE  regency   /layanan                                                open
        PAGE  regency   /layanan/{Code}                                         open
        PAGE  regency   /lacak                                                  open
        PAGE  regency   /layanan/{code}/ajukan                                  citizen
        PAGE  regency   /layanan/{code}/ajukan/{step}                           citizen
        PAGE  regency   /layanan/{code}/ajukan/periksa                          citizen
        PAGE  regency   /peristiwa/{Code}                                       open
        PAGE  regency   /peristiwa/{happening}/ajukan                           citizen
        PAGE  regency   /peristiwa/{happening}/ajukan/{step}                    citizen
        PAGE  regency   /peristiwa/{happening}/ajukan/periksa                   citizen
        PAGE  regency   /permohonan/{filing}/paket                              owner
        PAGE  regency   /permohonan/{filing}/paket/tarik                        owner
        PAGE  regency   /permohonan                                             citizen
        PAGE  regency   /permohonan/{number}                                    owner
        GET   regency   /permohonan/{number}/dokumen                            owner
        GET   regency   /permohonan/{number}/kalender.ics                       owner
        PAGE  regency   /permohonan/{number}/dokumen/baca                       owner
        PAGE  regency   /permohonan/{number}/tanda-terima                       citizen
        PAGE  regency   /permohonan/{number}/tarik                              owner
        PAGE  regency   /permohonan/{number}/bayar                              owner
        PAGE  regency   /petugas                                                staff
        PAGE  regency   /petugas/akun                                           staff
        PAGE  regency   /petugas/tanda-tangan                                   staff
        PAGE  regency   /admin/tanda-tangan                                     admin
        PAGE  regency   /admin/keuangan                                         admin
        PAGE  regency   /admin/keuangan/{id:guid}                               admin
        PAGE  regency   /admin/keuangan/selisih/{id:guid}                       admin
        PAGE  regency   /admin/keuangan/penyedia                                admin
        PAGE  regency   /admin/integrasi                                        admin
        PAGE  regency   /admin/integrasi/{name}                                 admin
        PAGE  regency   /akun                                                   citizen
        PAGE  regency   /admin/pesan                                            admin
        PAGE  regency   /admin/pesan/{event}                                    admin
        PAGE  regency   /admin/webhook                                          admin
        PAGE  regency   /admin/webhook/{id:guid}                                admin
        PAGE  regency   /admin/petugas                                          admin
        PAGE  regency   /admin/petugas/undang                                   admin
        PAGE  regency   /admin/petugas/{id:guid}                                admin
        PAGE  regency   /admin/layanan                                          admin
        PAGE  regency   /admin/layanan/{code}                                   admin
        PAGE  regency   /petugas/permohonan/{number}                            staff
        PAGE  regency   /petugas/permohonan/{number}/dokumen                    staff
        GET   regency   /petugas/permohonan/{number}/berkas/{file:guid}         staff

        GET   portal    /api/v1/regencies                                       open
        GET   portal    /api/v1/services                                        open
        GET   portal    /api/v1/verify/{code}                                   open
        GET   portal    /api/v1/catalog/schema                                  open
        GET   portal    /api/v1/open-data/regencies.csv                         open
        GET   portal    /api/v1/open-data/services.csv                          open
        GET   portal    /api/v1/open-data/services.jsonld                       open
        GET   portal    /api/v1/open-data/rollout.csv                           open
        GET   portal    /api/v1/open-data/rollout-regencies.csv                 open
        GET   portal    /api/v1/me/facts                                        citizen
        GET   portal    /api/v1/me/documents                                    citizen
        GET   portal    /api/v1/me/documents/{id:guid}                          citizen
        GET   portal    /api/v1/me/consents                                     citizen
        POST  portal    /api/v1/me/consents/{id:guid}/revoke                    citizen
        GET   portal    /api/v1/me/access-log                                   citizen
        PAGE  portal    /                                                       open
        PAGE  portal    /daerah                                                 open
        PAGE  portal    /layanan                                                open
        PAGE  portal    /peristiwa/{Code}                                       open
        PAGE  portal    /lacak                                                  open
        PAGE  portal    /v                                                      open
        PAGE  portal    /v/{Code}                                               open

        GET   ministry  /api/v1/rollout/summary                                 open
        GET   ministry  /api/v1/rollout/regencies                               ministry
        GET   ministry  /api/v1/rollout/regencies/{code}                        ministry
        PUT   ministry  /api/v1/rollout/regencies/{code}                        ministry
        GET   ministry  /api/v1/catalog/services                                ministry
        POST  ministry  /api/v1/catalog/services                                ministry
        GET   ministry  /api/v1/catalog/services/{code}                         ministry
        POST  ministry  /api/v1/catalog/services/{code}/versions                ministry
        POST  ministry  /api/v1/catalog/releases                                ministry
        GET   ministry  /api/v1/catalog/releases/{id:guid}                      ministry
        GET   ministry  /api/v1/catalog/releases/{id:guid}/preview              ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/check                ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/start                ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/widen                ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/publish              ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/pause                ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/resume               ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/roll-back            ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/roll-back-one        ministry
        POST  ministry  /api/v1/catalog/releases/{id:guid}/withdraw             ministry
        GET   ministry  /api/v1/catalog/conformance                             ministry
        GET   ministry  /api/v1/tenants                                         ministry
        PAGE  ministry  /                                                       open
        PAGE  ministry  /daerah                                                 open
        PAGE  ministry  /daerah/{code}                                          open
        PAGE  ministry  /katalog                                                ministry
        PAGE  ministry  /katalog/baru                                           ministry
        PAGE  ministry  /katalog/kepatuhan                                      ministry
        PAGE  ministry  /katalog/{code}                                         ministry
        PAGE  ministry  /katalog/{code}/ubah                                    ministry
        PAGE  ministry  /katalog/rilis/{id:guid}                                ministry

        GET   login     /.well-known/openid-configuration                       protocol
        GET   login     /jwks                                                   protocol
        POST  login     /par                                                    protocol
        GET   login     /authorize                                              protocol
        POST  login     /authorize                                              protocol
        GET   login     /authorize/lanjut                                       protocol
        POST  login     /token                                                  protocol
        GET   login     /userinfo                                               protocol
        POST  login     /userinfo                                               protocol
        POST  login     /revoke                                                 protocol
        POST  login     /introspect                                             protocol
        GET   login     /logout                                                 protocol
        POST  login     /logout                                                 protocol
        PAGE  login     /                                                       protocol
        PAGE  login     /masuk                                                  protocol
        PAGE  login     /masuk/kode                                             protocol
        PAGE  login     /masuk/ulang                                            protocol
        GET   login     /masuk/luar                                             protocol
        GET   login     /masuk/luar/kembali                                     protocol
        PAGE  login     /daftar                                                 protocol
        PAGE  login     /daftar/kode                                            protocol
        PAGE  login     /izin                                                   protocol
        PAGE  login     /lupa                                                   protocol
        PAGE  login     /lupa/kode                                              protocol
        PAGE  login     /akun                                                   protocol
        PAGE  login     /akun/sandi                                             protocol
        PAGE  login     /akun/aplikasi                                          protocol
        PAGE  login     /akun/kontak                                            protocol
        PAGE  login     /akun/kontak/kode                                       protocol
        PAGE  login     /akun/luar                                              protocol
        PAGE  login     /akun/nik                                               protocol
        PAGE  login     /akun/tutup                                             protocol
        PAGE  login     /masuk/kunci                                            protocol
        PAGE  login     /masuk/kunci-baru                                       protocol
        PAGE  login     /akun/kunci                                             protocol
        PAGE  login     /undangan                                               protocol
        PAGE  login     /masuk/slip                                             protocol
        PAGE  login     /keluar                                                 protocol
        """;

    public static IReadOnlyDictionary<Route, string> All { get; } = Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(parts => new Route(parts[0], parts[1], parts[2]), parts => parts[3]);
}
