namespace MppDigital.Web.Tests.Http;

internal static partial class RouteTable
{
    private const string Login = """
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
}
