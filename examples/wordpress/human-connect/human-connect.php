<?php
/**
 * Plugin Name: Human Connect
 * Description: Links to #human-connect=button open Human API's Connect for users who are signed in.
 * Version: 0.0.0
 * Requires PHP: 7.4
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/settings.php';
require __DIR__ . '/token.php';

add_action( 'wp_head', 'human_connect_print_tag' );
add_action( 'rest_api_init', 'human_connect_add_endpoint' );
add_action( 'admin_menu', 'human_connect_add_page' );
add_action( 'admin_init', 'human_connect_add_settings' );

/** Prints the script tag, with the settings of links. Only for a user who is signed in: for others a link leads where its path says. */
function human_connect_print_tag() {
	if ( ! is_user_logged_in() ) {
		return;
	}
	$attributes = array(
		'src'            => plugins_url( 'human-connect.js', __FILE__ ),
		'data-token-url' => add_query_arg( '_wpnonce', wp_create_nonce( 'wp_rest' ), rest_url( 'human-connect/v1/token' ) ),
		'data-user'      => (string) get_current_user_id(),
		'data-within'    => get_option( 'human_connect_within' ),
	);
	// For another environment than production, such as the sandbox.
	if ( defined( 'HUMAN_CONNECT_BASE_URL' ) ) {
		$attributes['data-base-url'] = HUMAN_CONNECT_BASE_URL;
	}
	if ( defined( 'HUMAN_CONNECT_CLIENT_URL' ) ) {
		$attributes['data-client-url'] = HUMAN_CONNECT_CLIENT_URL;
	}
	echo '<script type="module"';
	foreach ( array_filter( $attributes ) as $name => $value ) {
		echo ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	echo "></script>\n";
}
