namespace MppDigital.Web.Tests.Http;

internal static partial class RouteTable
{
    private const string Hall = """
        GET   regency   /api/v1/places                                          open
        GET   regency   /api/v1/visits/slots                                    open
        GET   regency   /api/v1/visits                                          citizen
        POST  regency   /api/v1/visits                                          citizen
        POST  regency   /api/v1/visits/appeals                                  citizen
        GET   regency   /api/v1/visits/{id:guid}                                owner
        DELETE regency  /api/v1/visits/{id:guid}                                owner
        POST  regency   /api/v1/visits/{id:guid}/reschedule                     owner
        POST  regency   /api/v1/admin/places                                    admin
        GET   regency   /api/v1/admin/places/{id:guid}                          admin
        PUT   regency   /api/v1/admin/places/{id:guid}                          admin
        POST  regency   /api/v1/admin/places/{id:guid}/closures                 admin
        DELETE regency  /api/v1/admin/places/{id:guid}/closures/{closure:guid}  admin
        POST  regency   /api/v1/admin/places/{id:guid}/counters                 admin
        PUT   regency   /api/v1/admin/places/{id:guid}/counters/{line:guid}     admin
        PUT   regency   /api/v1/officer/counters/{id:guid}/state                staff
        PAGE  regency   /kunjungan                                              open
        PAGE  regency   /layanan/{code}/kunjungan                               open
        PAGE  regency   /layanan/{code}/kunjungan/pesan                         citizen
        PAGE  regency   /kunjungan/saya                                         citizen
        PAGE  regency   /kunjungan/{id:guid}                                    owner
        PAGE  regency   /kunjungan/{id:guid}/ganti                              owner
        PAGE  regency   /kunjungan/{id:guid}/batal                              owner
        GET   regency   /kunjungan/{id:guid}/kalender.ics                       owner
        PAGE  regency   /admin/tempat                                           admin
        PAGE  regency   /admin/tempat/{id}                                      admin
        PAGE  regency   /admin/calo                                             admin
        PAGE  regency   /admin/calo/{id:guid}                                   admin
        GET   regency   /api/v1/visits/live                                     open
        POST  regency   /api/v1/visits/{id:guid}/check-in                       owner
        POST  regency   /api/v1/kiosk/ranges                                    open
        POST  regency   /api/v1/kiosk/numbers                                   open
        GET   regency   /api/v1/officer/counters                                staff
        GET   regency   /api/v1/officer/counters/{id:guid}                      staff
        POST  regency   /api/v1/officer/counters/{id:guid}/call-next            staff
        POST  regency   /api/v1/officer/counters/{id:guid}/recall               staff
        POST  regency   /api/v1/officer/counters/{id:guid}/hold                 staff
        POST  regency   /api/v1/officer/counters/{id:guid}/transfer             staff
        POST  regency   /api/v1/officer/counters/{id:guid}/no-show              staff
        POST  regency   /api/v1/officer/counters/{id:guid}/serve                staff
        POST  regency   /api/v1/officer/counters/{id:guid}/end                  staff
        POST  regency   /api/v1/officer/counters/{id:guid}/rejoin               staff
        PAGE  regency   /papan/{Id:guid}                                        open
        PAGE  regency   /kunjungan/tiket/{Id:guid}                              open
        PAGE  regency   /kios                                                   open
        PAGE  regency   /petugas/loket                                          staff
        PAGE  regency   /admin/kios                                             admin
        """;
}
