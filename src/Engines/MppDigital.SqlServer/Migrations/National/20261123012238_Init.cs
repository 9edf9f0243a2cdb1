using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MppDigital.SqlServer.Migrations.National
{
    /// <inheritdoc />
    public partial class Init : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    PreviousHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Terms = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LastReadOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Office = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Answer = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    BusyUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "issued_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CodeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Code4 = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Product = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    HolderInitials = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ServiceCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ServiceVersion = table.Column<int>(type: "int", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Deemed = table.Column<bool>(type: "bit", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    SignedBy = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CertificateSerial = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    SignatureAlgorithm = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    StatusChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReplacedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "looks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Application = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Receipt = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_looks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Principal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HolderLookup = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    HolderSub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Names = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Services = table.Column<string>(type: "nvarchar(420)", maxLength: 420, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DateText = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: true),
                    Sources = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Confidence = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_milestones", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ministry_officers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ministry_officers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "regencies",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Code4 = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ProvinceCode = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Province = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ZoneId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(63)", maxLength: 63, nullable: false),
                    Latitude = table.Column<double>(type: "float", nullable: false),
                    Longitude = table.Column<double>(type: "float", nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    DkiAdministrative = table.Column<bool>(type: "bit", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Domain = table.Column<string>(type: "nvarchar(253)", maxLength: 253, nullable: true),
                    Server = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RolloutChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regencies", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "resident_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NikLookup = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LabelEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Value = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Application = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resident_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "resident_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "varbinary(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resident_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "service_versions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RequestKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_versions", x => new { x.Code, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "stamps",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Value = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stamps", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "tip_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "varbinary(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tip_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "vault_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "varbinary(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vault_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wallet_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sub = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NikLookup = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    Fact = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OriginId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Agency = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Application = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ContentKey = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wallet_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consent_hand_overs",
                columns: table => new
                {
                    ConsentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Application = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent_hand_overs", x => new { x.ConsentId, x.Application });
                    table.ForeignKey(
                        name: "FK_consent_hand_overs_consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mandate_uses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MandateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Code4 = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandate_uses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mandate_uses_mandates_MandateId",
                        column: x => x.MandateId,
                        principalTable: "mandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "broker_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    People = table.Column<int>(type: "int", nullable: false),
                    Acts = table.Column<int>(type: "int", nullable: false),
                    Sureness = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SeenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SeenBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broker_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_broker_reports_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalated_complaints",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Class = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    EscalatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Instruction = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    InstructedBy = table.Column<DateOnly>(type: "date", nullable: true),
                    InstructedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalated_complaints", x => x.Number);
                    table.ForeignKey(
                        name: "FK_escalated_complaints_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_figures",
                columns: table => new
                {
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    AsOf = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Applications = table.Column<int>(type: "int", nullable: false),
                    Decided = table.Column<int>(type: "int", nullable: false),
                    Deemed = table.Column<int>(type: "int", nullable: false),
                    Issued = table.Column<int>(type: "int", nullable: false),
                    NotAsked = table.Column<int>(type: "int", nullable: false),
                    Undeclared = table.Column<int>(type: "int", nullable: false),
                    Late = table.Column<int>(type: "int", nullable: false),
                    OldestDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    OldestOrder = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_figures", x => x.RegencyCode);
                    table.ForeignKey(
                        name: "FK_platform_figures_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "regency_standing",
                columns: table => new
                {
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    AsOf = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Services = table.Column<int>(type: "int", nullable: false),
                    Deviating = table.Column<int>(type: "int", nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regency_standing", x => x.RegencyCode);
                    table.ForeignKey(
                        name: "FK_regency_standing_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "satisfaction",
                columns: table => new
                {
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Acts = table.Column<int>(type: "int", nullable: false),
                    Respondents = table.Column<int>(type: "int", nullable: false),
                    Scores = table.Column<int>(type: "int", nullable: false),
                    AsOf = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_satisfaction", x => new { x.RegencyCode, x.Year });
                    table.ForeignKey(
                        name: "FK_satisfaction_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Event = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DateText = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stage_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stage_events_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    OpenedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tips", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tips_regencies_RegencyCode",
                        column: x => x.RegencyCode,
                        principalTable: "regencies",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Service = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ServiceVersion = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OpenFor = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Canaries = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reached = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TakenBack = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Waves = table.Column<int>(type: "int", nullable: false),
                    AskedForAllBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    HaltedBy = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    CreatedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RequestKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_releases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_releases_service_versions_Service_ServiceVersion",
                        columns: x => new { x.Service, x.ServiceVersion },
                        principalTable: "service_versions",
                        principalColumns: new[] { "Code", "Version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_traffic",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegencyCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Requests = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_release_traffic", x => new { x.ReleaseId, x.RegencyCode });
                    table.ForeignKey(
                        name: "FK_release_traffic_releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "audit_head",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_audit_Sequence",
                table: "audit",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_Subject_Sequence",
                table: "audit",
                columns: new[] { "Subject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_broker_reports_RaisedAt",
                table: "broker_reports",
                column: "RaisedAt");

            migrationBuilder.CreateIndex(
                name: "IX_broker_reports_RegencyCode",
                table: "broker_reports",
                column: "RegencyCode");

            migrationBuilder.CreateIndex(
                name: "IX_consents_Number",
                table: "consents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consents_Sub_RegencyCode_Service",
                table: "consents",
                columns: new[] { "Sub", "RegencyCode", "Service" });

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_Office_State",
                table: "data_requests",
                columns: new[] { "Office", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_State_Kind_AskedAt",
                table: "data_requests",
                columns: new[] { "State", "Kind", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_Sub_AskedAt",
                table: "data_requests",
                columns: new[] { "Sub", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_escalated_complaints_ClosedAt_EscalatedAt",
                table: "escalated_complaints",
                columns: new[] { "ClosedAt", "EscalatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_escalated_complaints_RegencyCode",
                table: "escalated_complaints",
                column: "RegencyCode");

            migrationBuilder.CreateIndex(
                name: "IX_issued_documents_Code4_DocumentNumber",
                table: "issued_documents",
                columns: new[] { "Code4", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_documents_CodeHash",
                table: "issued_documents",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_looks_Sub_At",
                table: "looks",
                columns: new[] { "Sub", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_mandate_uses_MandateId_Number_Action_At",
                table: "mandate_uses",
                columns: new[] { "MandateId", "Number", "Action", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mandates_HolderLookup_State",
                table: "mandates",
                columns: new[] { "HolderLookup", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_mandates_HolderSub",
                table: "mandates",
                column: "HolderSub");

            migrationBuilder.CreateIndex(
                name: "IX_mandates_Principal",
                table: "mandates",
                column: "Principal");

            migrationBuilder.CreateIndex(
                name: "IX_milestones_Kind_On",
                table: "milestones",
                columns: new[] { "Kind", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ministry_officers_Sub_Role",
                table: "ministry_officers",
                columns: new[] { "Sub", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_regencies_Code4",
                table: "regencies",
                column: "Code4",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_regencies_Domain",
                table: "regencies",
                column: "Domain",
                unique: true,
                filter: "[Domain] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_regencies_Slug",
                table: "regencies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_releases_CreatedBy_RequestKey",
                table: "releases",
                columns: new[] { "CreatedBy", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_releases_OpenFor",
                table: "releases",
                column: "OpenFor",
                unique: true,
                filter: "[OpenFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_releases_Service_ServiceVersion",
                table: "releases",
                columns: new[] { "Service", "ServiceVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_resident_facts_Sub_Name",
                table: "resident_facts",
                columns: new[] { "Sub", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_versions_CreatedBy_RequestKey",
                table: "service_versions",
                columns: new[] { "CreatedBy", "RequestKey" },
                unique: true,
                filter: "[RequestKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_stage_events_RegencyCode_Event_DateText",
                table: "stage_events",
                columns: new[] { "RegencyCode", "Event", "DateText" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tips_ClosedAt_ReceivedAt",
                table: "tips",
                columns: new[] { "ClosedAt", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_tips_Number",
                table: "tips",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tips_RegencyCode",
                table: "tips",
                column: "RegencyCode");

            migrationBuilder.CreateIndex(
                name: "IX_wallet_documents_RegencyCode_OriginId",
                table: "wallet_documents",
                columns: new[] { "RegencyCode", "OriginId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wallet_documents_Sub_Fact",
                table: "wallet_documents",
                columns: new[] { "Sub", "Fact" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "broker_reports");

            migrationBuilder.DropTable(
                name: "consent_hand_overs");

            migrationBuilder.DropTable(
                name: "data_requests");

            migrationBuilder.DropTable(
                name: "escalated_complaints");

            migrationBuilder.DropTable(
                name: "issued_documents");

            migrationBuilder.DropTable(
                name: "looks");

            migrationBuilder.DropTable(
                name: "mandate_uses");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "ministry_officers");

            migrationBuilder.DropTable(
                name: "platform_figures");

            migrationBuilder.DropTable(
                name: "regency_standing");

            migrationBuilder.DropTable(
                name: "release_traffic");

            migrationBuilder.DropTable(
                name: "resident_facts");

            migrationBuilder.DropTable(
                name: "resident_keys");

            migrationBuilder.DropTable(
                name: "satisfaction");

            migrationBuilder.DropTable(
                name: "stage_events");

            migrationBuilder.DropTable(
                name: "stamps");

            migrationBuilder.DropTable(
                name: "tip_keys");

            migrationBuilder.DropTable(
                name: "tips");

            migrationBuilder.DropTable(
                name: "vault_keys");

            migrationBuilder.DropTable(
                name: "wallet_documents");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "mandates");

            migrationBuilder.DropTable(
                name: "releases");

            migrationBuilder.DropTable(
                name: "regencies");

            migrationBuilder.DropTable(
                name: "service_versions");
        }
    }
}
